package io.renderyard.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads expressions by descent, one method for each level of binding, the loosest first. What fails with one reading
 * may succeed with another (a call without parentheses), so the place in the tokens can be set back.
 */
final class Parser {
    private final String text;
    private final List<Token> tokens;
    private final ParsingBudget budget;
    private int at;
    private int depth;

    private Parser(String text, List<Token> tokens, ParsingBudget budget) {
        this.text = text;
        this.tokens = tokens;
        this.budget = budget;
    }

    /** A part of a text. Where names have dashes in them it is read twice: which reading counts, the values decide. */
    static Node read(String text, int from, int end, ParsingBudget budget) throws SyntaxException {
        List<Token> tokens = Lexer.tokens(text, from, end, false);
        budget.begin(tokens.size(), text, from);
        Node split = new Parser(text, tokens, budget).whole();
        int dash = text.indexOf('-', from, end);
        List<Token> joined = dash < 0 ? List.of() : Lexer.tokens(text, from, end, true);
        if (joined.stream().noneMatch(Token::isDashed)) {
            return split;
        }
        try {
            Node node = new Parser(text, joined, budget).whole();
            return new Node.Dashed(Node.Dashed.names(node), node, split);
        } catch (SyntaxException e) {
            budget.mustLast(e);
            return split;
        }
    }

    /** All of it, as an expression or as a call without parentheses. */
    private Node whole() throws SyntaxException {
        Node node;
        try {
            node = pipe();
            expectEnd();
        } catch (SyntaxException e) {
            budget.mustLast(e);
            at = 0;
            depth = 0;
            if (!beginsHelperCall()) {
                throw e;
            }
            node = helperCall();
            expectEnd();
        }
        return node;
    }

    private void expectEnd() throws SyntaxException {
        if (here().kind() != Token.Kind.END) {
            throw unexpected("the expression should end here", "put a sign between two values");
        }
    }

    private Node pipe() throws SyntaxException {
        Node value = ternary();
        while (take("|")) {
            value = filter(value);
        }
        return value;
    }

    private Node filter(Node piped) throws SyntaxException {
        Token name = name("a filter's name");
        List<Node> arguments = new ArrayList<>(List.of(piped));
        if (take("(")) {
            arguments.addAll(arguments(")"));
        } else {
            while (take(":")) {
                do {
                    arguments.add(ternary());
                } while (take(","));
            }
        }
        return call(name, arguments);
    }

    private Node ternary() throws SyntaxException {
        deeper();
        Node condition = or();
        Node value = condition;
        if (take("?")) {
            Node then = ternary();
            expect(":", "a condition's other side is missing", "write condition ? this : that");
            value = new Node.Choice(condition, then, ternary());
        }
        depth--;
        return value;
    }

    private Node or() throws SyntaxException {
        Node left = and();
        while (take("||") || takeWord("or")) {
            left = new Node.Or(left, and());
        }
        return left;
    }

    private Node and() throws SyntaxException {
        Node left = equality();
        while (take("&&") || takeWord("and")) {
            left = new Node.And(left, equality());
        }
        return left;
    }

    private Node equality() throws SyntaxException {
        Node left = relation();
        for (Operator sign = Operator.equality(here()); sign != null; sign = Operator.equality(here())) {
            at++;
            left = new Node.Calculation(sign, left, relation());
        }
        return left;
    }

    private Node relation() throws SyntaxException {
        Node left = sum();
        for (Operator sign = Operator.relation(here()); sign != null; sign = Operator.relation(here())) {
            at++;
            left = new Node.Calculation(sign, left, sum());
        }
        return left;
    }

    private Node sum() throws SyntaxException {
        Node left = product();
        for (Operator sign = Operator.sum(here()); sign != null; sign = Operator.sum(here())) {
            at++;
            left = new Node.Calculation(sign, left, product());
        }
        return left;
    }

    private Node product() throws SyntaxException {
        Node left = unary();
        for (Operator sign = Operator.product(here()); sign != null; sign = Operator.product(here())) {
            at++;
            left = new Node.Calculation(sign, left, unary());
        }
        return left;
    }

    private Node unary() throws SyntaxException {
        deeper();
        Node node;
        if (take("!") || takeWord("not")) {
            node = new Node.Not(unary());
        } else if (take("-")) {
            node = new Node.Negation(unary());
        } else if (take("+")) {
            node = new Node.ToNumber(unary());
        } else {
            node = postfix();
        }
        depth--;
        return node;
    }

    private Node postfix() throws SyntaxException {
        Node node = primary();
        while (true) {
            if (take(".")) {
                node = member(node);
            } else if (take("[")) {
                node = new Node.Element(node, ternary());
                expect("]", "an index does not end", "close it with ]");
            } else {
                return node;
            }
        }
    }

    private Node member(Node of) throws SyntaxException {
        Token token = here();
        at++;
        return switch (token.kind()) {
            case NAME -> new Node.Member(of, token.text());
            // a.0.1 reads as a number with a fraction.
            case NUMBER -> {
                Node node = of;
                for (String index : token.text().split("\\.")) {
                    node = new Node.Member(node, index);
                }
                yield node;
            }
            default -> {
                at--;
                throw unexpected("a name should follow the point", "write value.name or value[0]");
            }
        };
    }

    private Node primary() throws SyntaxException {
        Token token = here();
        return switch (token.kind()) {
            case NUMBER -> taken(new Node.Literal(Double.parseDouble(token.text())));
            case STRING -> taken(new Node.Literal(token.text()));
            case NAME -> named();
            case SIGN -> signed(token);
            case END -> throw unexpected("a value is missing at the end", "");
        };
    }

    private Node named() throws SyntaxException {
        Token name = name("a name");
        if (take("(")) {
            return call(name, arguments(")"));
        }
        return switch (name.text()) {
            case "true" -> new Node.Literal(true);
            case "false" -> new Node.Literal(false);
            case "null" -> new Node.Literal(null);
            case "undefined" -> new Node.Literal(Undefined.UNDEFINED);
            case "this" -> new Node.This();
            default -> new Node.Variable(name.text());
        };
    }

    private Node signed(Token token) throws SyntaxException {
        at++;
        return switch (token.text()) {
            case "@" -> new Node.LoopVariable(name("a name after @").text());
            case "(" -> parenthesised();
            case "[" -> new Node.Listing(arguments("]"));
            case ".." -> {
                expect("/", "a name of the block around is missing", "write ../name");
                yield outside();
            }
            default -> {
                at--;
                throw unexpected("a value should stand here", "");
            }
        };
    }

    private Node outside() throws SyntaxException {
        deeper();
        Node node = new Node.Outside(primary());
        depth--;
        return node;
    }

    private Node parenthesised() throws SyntaxException {
        int began = at;
        int deep = depth;
        try {
            Node node = pipe();
            expect(")", "a parenthesis does not end", "close it with )");
            return node;
        } catch (SyntaxException e) {
            budget.mustLast(e);
            at = began;
            depth = deep;
            if (!beginsHelperCall()) {
                throw e;
            }
            Node call = helperCall();
            expect(")", "a parenthesis does not end", "close it with )");
            return call;
        }
    }

    private boolean beginsHelperCall() {
        return here().kind() == Token.Kind.NAME && Functions.find(here().text()) != null;
    }

    /** {@code name value "text" (other value)}: what stands between spaces is an argument each. */
    private Node helperCall() throws SyntaxException {
        Token name = name("a function's name");
        List<Node> arguments = new ArrayList<>();
        while (here().kind() != Token.Kind.END && !here().is(")")) {
            deeper();
            arguments.add(take("-") ? new Node.Negation(postfix()) : postfix());
            depth--;
        }
        if (arguments.isEmpty()) {
            throw unexpected("a call without arguments needs parentheses", "write " + name.text() + "()");
        }
        return call(name, arguments);
    }

    private List<Node> arguments(String end) throws SyntaxException {
        List<Node> arguments = new ArrayList<>();
        if (take(end)) {
            return arguments;
        }
        do {
            arguments.add(ternary());
        } while (take(","));
        expect(end, "a list of values does not end", "close it with " + end);
        return arguments;
    }

    private Node call(Token name, List<Node> arguments) throws SyntaxException {
        if (Functions.isChoice(name.text())) {
            return choice(name, arguments);
        }
        Function function = Functions.find(name.text());
        if (function == null) {
            throw new SyntaxException(
                    SyntaxException.Code.UNKNOWN_FUNCTION,
                    "there is no function \"" + name.text() + "\"",
                    text,
                    name.start(),
                    Functions.nearest(name.text()));
        }
        return new Node.Call(function, arguments);
    }

    private Node choice(Token name, List<Node> arguments) throws SyntaxException {
        if (arguments.size() < 2 || arguments.size() > 3) {
            throw new SyntaxException(
                    SyntaxException.Code.UNREADABLE,
                    "\"" + name.text() + "\" needs two or three values",
                    text,
                    name.start(),
                    "write if(condition, this, that)");
        }
        Node otherwise = arguments.size() == 3 ? arguments.get(2) : new Node.Literal(Undefined.UNDEFINED);
        return new Node.Choice(arguments.get(0), arguments.get(1), otherwise);
    }

    private Token name(String what) throws SyntaxException {
        if (here().kind() != Token.Kind.NAME) {
            throw unexpected(what + " is missing", "");
        }
        return tokens.get(at++);
    }

    private Node taken(Node node) {
        at++;
        return node;
    }

    private Token here() {
        return tokens.get(at);
    }

    private boolean take(String sign) {
        return taken(here().is(sign));
    }

    private boolean takeWord(String word) {
        return taken(here().isWord(word));
    }

    private boolean taken(boolean is) {
        if (is) {
            at++;
        }
        return is;
    }

    private void expect(String sign, String message, String hint) throws SyntaxException {
        if (!take(sign)) {
            throw unexpected(message, hint);
        }
    }

    private void deeper() throws SyntaxException {
        budget.step(++depth, text, here().start());
    }

    private SyntaxException unexpected(String message, String hint) {
        return new SyntaxException(SyntaxException.Code.UNREADABLE, message, text, here().start(), hint);
    }
}
