package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.ExpressionRequest;
import io.renderyard.expression.Escape;
import io.renderyard.expression.EvaluationException;
import io.renderyard.expression.Expression;
import io.renderyard.expression.Filling;
import io.renderyard.expression.SyntaxException;
import io.renderyard.expression.Template;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries out texts of the template language; section 9.9. */
@RestController
@Tag(name = "Pictify face")
class PictifyExpressionController {
    private static final String TEXT = "expression";
    private static final int LONGEST_RESULT = 1_000_000;

    private final BoundedBody bodies;

    PictifyExpressionController(BoundedBody bodies) {
        this.bodies = bodies;
    }

    @Operation(summary = "See whether an expression can be read")
    @PostMapping("/pictify/templates/expression/validate")
    ExpressionViews.Validated validate(
            @Parameter(hidden = true) @Needs({}) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        String text = Refusal.orElse(ExpressionRequest.read(bodies.read(request), TEXT))
                .text();
        try {
            return ExpressionViews.Validated.of(text, Expression.parse(text));
        } catch (SyntaxException e) {
            return ExpressionViews.Validated.of(text, e);
        }
    }

    @Operation(summary = "Evaluate an expression")
    @PostMapping("/pictify/templates/expression/test")
    ExpressionViews.Tested test(
            @Parameter(hidden = true) @Needs({}) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        ExpressionRequest asked = Refusal.orElse(ExpressionRequest.read(bodies.read(request), TEXT));
        try {
            return ExpressionViews.Tested.of(Expression.parse(asked.text()).evaluate(asked.variables(), false));
        } catch (SyntaxException e) {
            return ExpressionViews.Tested.of(e);
        } catch (EvaluationException e) {
            return ExpressionViews.Tested.of(e);
        }
    }

    @Operation(summary = "Fill a text with places", description = "Without escaping, since the text may be anything.")
    @PostMapping("/pictify/templates/expression/interpolate")
    ExpressionViews.Tested interpolate(
            @Parameter(hidden = true) @Needs({}) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        ExpressionRequest asked = Refusal.orElse(ExpressionRequest.read(bodies.read(request), "text"));
        try {
            String filled =
                    Template.parse(asked.text()).fill(asked.variables(), Filling.of(Escape.NONE, LONGEST_RESULT));
            return new ExpressionViews.Tested(true, filled, "string", null, null);
        } catch (SyntaxException e) {
            return ExpressionViews.Tested.of(e);
        } catch (EvaluationException e) {
            return ExpressionViews.Tested.of(e);
        }
    }

    @Operation(summary = "List the functions of the language")
    @GetMapping("/pictify/templates/expression/functions")
    ExpressionViews.Functions functions(@Parameter(hidden = true) @Needs({}) Credential credential) {
        return ExpressionViews.Functions.of(Expression.known());
    }
}
