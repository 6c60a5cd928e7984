package io.renderyard.expression;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Points in time as text, in UTC unless they say their offset. */
final class Dates {
    private static final Map<String, String> NAMED =
            Map.of("short", "M/D/YY", "medium", "MMM D, YYYY", "long", "MMMM D, YYYY", "full", "dddd, MMMM D, YYYY");

    /** Longer ones first. */
    private static final List<String> TOKENS = List.of(
            "YYYY", "MMMM", "dddd", "MMM", "ddd", "YY", "MM", "DD", "Do", "HH", "hh", "mm", "ss", "M", "D", "H", "h",
            "m", "s", "A", "a", "Z");

    /** Fractions of a second are read over: no format shows them. */
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)"
            + "(?:[T ](?<hour>\\d\\d):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:\\.\\d{1,9})?)?"
            + "(?:Z|(?<sign>[+-])(?<hours>\\d\\d):?(?<minutes>\\d\\d)?)?)?");

    private static final int LONGEST = 64;
    private static final int PARSING = 40;

    /** Characters that come of one of a format's at most: the time zone of Z. */
    private static final int LONGEST_PART = 6;

    /** JavaScript's last one. */
    private static final double LAST_MILLISECOND = 8.64e15;

    private Dates() {}

    static String day(Arguments given, String format) throws EvaluationException {
        return written(given, NAMED.getOrDefault(format, format));
    }

    static String time(Arguments given, String format) throws EvaluationException {
        return written(given, format);
    }

    /** What is no point in time stays what it is. */
    private static String written(Arguments given, String format) throws EvaluationException {
        given.budget().step(PARSING + format.length());
        ZonedDateTime time = parsed(given.at(0));
        if (time == null) {
            return given.text(0);
        }
        given.budget().make((long) LONGEST_PART * format.length());
        return written(time, format);
    }

    private static @Nullable ZonedDateTime parsed(@Nullable Object value) {
        return switch (value) {
            case Number number
            when Math.abs(number.doubleValue()) <= LAST_MILLISECOND ->
                Instant.ofEpochMilli((long) number.doubleValue()).atZone(ZoneOffset.UTC);
            case CharSequence text
            when text.length() <= LONGEST -> parsed(text.toString().strip());
            case null, default -> null;
        };
    }

    /** Looks before it makes one, since an exception for each text that is no date would cost more than the date. */
    private static @Nullable ZonedDateTime parsed(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return null;
        }
        int month = number(iso, "month");
        int day = number(iso, "day");
        boolean isDay = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(number(iso, "year"), month).lengthOfMonth();
        boolean isTime = number(iso, "hour") < 24 && number(iso, "minute") < 60 && number(iso, "second") < 60;
        boolean isOffset = number(iso, "hours") < 18 && number(iso, "minutes") < 60;
        return isDay && isTime && isOffset
                ? ZonedDateTime.of(
                        number(iso, "year"),
                        month,
                        day,
                        number(iso, "hour"),
                        number(iso, "minute"),
                        number(iso, "second"),
                        0,
                        offset(iso))
                : null;
    }

    private static ZoneOffset offset(Matcher iso) {
        int sign = "-".equals(iso.group("sign")) ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(iso, "hours"), sign * number(iso, "minutes"));
    }

    private static int number(Matcher iso, String group) {
        String digits = iso.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String written(ZonedDateTime time, String format) {
        StringBuilder written = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            int close = format.charAt(at) == '[' ? format.indexOf(']', at) : -1;
            String token = close < 0 ? token(format, at) : null;
            if (close > 0) {
                written.append(format, at + 1, close);
                at = close + 1;
            } else if (token == null) {
                written.append(format.charAt(at++));
            } else {
                written.append(part(time, token));
                at += token.length();
            }
        }
        return written.toString();
    }

    private static @Nullable String token(String format, int at) {
        for (String token : TOKENS) {
            if (format.startsWith(token, at)) {
                return token;
            }
        }
        return null;
    }

    private static String part(ZonedDateTime time, String token) {
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return switch (token) {
            case "YYYY" -> four(time.getYear());
            case "YY" -> two(Math.floorMod(time.getYear(), 100));
            case "MMMM" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.US);
            case "MMM" -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.US);
            case "MM" -> two(time.getMonthValue());
            case "M" -> String.valueOf(time.getMonthValue());
            case "DD" -> two(time.getDayOfMonth());
            case "Do" -> time.getDayOfMonth() + ordinal(time.getDayOfMonth());
            case "D" -> String.valueOf(time.getDayOfMonth());
            case "dddd" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
            case "ddd" -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US);
            case "HH" -> two(time.getHour());
            case "H" -> String.valueOf(time.getHour());
            case "hh" -> two(hour);
            case "h" -> String.valueOf(hour);
            case "mm" -> two(time.getMinute());
            case "m" -> String.valueOf(time.getMinute());
            case "ss" -> two(time.getSecond());
            case "s" -> String.valueOf(time.getSecond());
            case "A" -> time.getHour() < 12 ? "AM" : "PM";
            case "a" -> time.getHour() < 12 ? "am" : "pm";
            default -> offset(time.getOffset().getTotalSeconds() / 60);
        };
    }

    private static String offset(int minutes) {
        return (minutes < 0 ? "-" : "+") + two(Math.abs(minutes) / 60) + ":" + two(Math.abs(minutes) % 60);
    }

    private static String four(int year) {
        return year >= 0 && year < 1000 ? "0".repeat(4 - String.valueOf(year).length()) + year : String.valueOf(year);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String ordinal(int day) {
        return switch (day) {
            case 1, 21, 31 -> "st";
            case 2, 22 -> "nd";
            case 3, 23 -> "rd";
            default -> "th";
        };
    }
}
