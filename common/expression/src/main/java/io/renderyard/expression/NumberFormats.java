package io.renderyard.expression;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The JDK's formats of numbers, each made once: that takes a hundred times as long as writing a number. */
final class NumberFormats {
    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    /** Enough for what people use; who asks for more of them pays for each. */
    private static final int MOST = 256;

    /** As long as RFC 5646 advises to take. */
    private static final int LONGEST_TAG = 35;

    private static final Map<String, NumberFormat> MADE = new ConcurrentHashMap<>();

    private NumberFormats() {}

    /** Null for what is none. */
    static @Nullable Currency currency(String code) {
        return code.length() == 3 ? CURRENCIES.get(code.toUpperCase(Locale.ROOT)) : null;
    }

    static NumberFormat currency(String locale, Currency currency, Budget budget) throws EvaluationException {
        int digits = currency.getDefaultFractionDigits();
        return format(locale, currency.getCurrencyCode(), budget, in -> {
            NumberFormat format = NumberFormat.getCurrencyInstance(in);
            format.setCurrency(currency);
            return withDecimals(format, digits, digits);
        });
    }

    static NumberFormat decimal(String locale, int least, int most, Budget budget) throws EvaluationException {
        return format(
                locale,
                least + "-" + most,
                budget,
                in -> withDecimals(NumberFormat.getNumberInstance(in), least, most));
    }

    private static NumberFormat withDecimals(NumberFormat format, int least, int most) {
        format.setMaximumFractionDigits(most);
        format.setMinimumFractionDigits(least);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** A copy, since they keep state while they write. */
    private static NumberFormat format(String tag, String kind, Budget budget, Function<Locale, NumberFormat> make)
            throws EvaluationException {
        String locale = tag.length() > LONGEST_TAG ? "" : tag;
        String key = kind + " " + locale;
        budget.format(locale, key);
        NumberFormat format = MADE.get(key);
        if (format == null) {
            format = make.apply(locale(locale));
            if (MADE.size() >= MOST) {
                MADE.clear();
            }
            MADE.put(key, format);
        }
        return (NumberFormat) format.clone();
    }

    private static Locale locale(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getLanguage().isEmpty() ? Locale.US : locale;
    }
}
