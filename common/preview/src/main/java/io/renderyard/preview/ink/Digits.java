package io.renderyard.preview.ink;

/** Numbers as markup wants them: short, with a point, the same in every language of the machine. */
public final class Digits {
    private Digits() {}

    /** At most two digits after the point. */
    public static String of(double number) {
        long hundredths = Math.round(number * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        long rest = Math.abs(hundredths % 100);
        String fraction = rest % 10 == 0 ? Long.toString(rest / 10) : rest < 10 ? "0" + rest : Long.toString(rest);
        return (hundredths < 0 ? "-" : "") + Math.abs(hundredths / 100) + "." + fraction;
    }

    /** Path data: letters stay, {@code ~} is replaced by the next number. */
    public static String path(String data, double... numbers) {
        StringBuilder path = new StringBuilder(data.length() + numbers.length * 5);
        int at = 0;
        for (int i = 0; i < data.length(); i++) {
            char each = data.charAt(i);
            if (each == '~') {
                path.append(of(numbers[at++]));
            } else {
                path.append(each);
            }
        }
        return path.toString();
    }
}
