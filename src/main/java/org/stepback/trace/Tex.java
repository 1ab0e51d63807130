package org.stepback.trace;

import java.util.Map;
import org.stepback.number.NumberText;

/// Writes numbers and the trainer's own equations as TeX.
final class Tex {
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("∂", "\\partial "),
            Map.entry("δ", "\\delta "),
            Map.entry("Δ", "\\Delta "),
            Map.entry("η", "\\eta "),
            Map.entry("λ", "\\lambda "),
            Map.entry("μ", "\\mu "),
            Map.entry("σ", "\\sigma "),
            Map.entry("ε", "\\varepsilon "),
            Map.entry("γ", "\\gamma "),
            Map.entry("β", "\\beta "),
            Map.entry("ρ", "\\rho "),
            Map.entry("α", "\\alpha "),
            Map.entry("Π", "\\Pi "),
            Map.entry("Σ", "\\sum "),
            Map.entry("·", "\\cdot "),
            Map.entry("−", "-"),
            Map.entry("×", "\\times "),
            Map.entry("±", "\\pm "),
            Map.entry("′", "'"),
            Map.entry("²", "^2"),
            Map.entry("₁", "_1"),
            Map.entry("₂", "_2"),
            Map.entry("ₜ", "_t"),
            Map.entry("ₛ", "_s"),
            Map.entry("ᵗ", "^t"),
            Map.entry("⁻", "^-"),
            Map.entry("‖", "\\|"));

    private Tex() {}

    /// A number that stands alone or begins a sum.
    static String number(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "\\text{NaN}" : number > 0 ? "\\infty" : "-\\infty";
        }
        String text = NumberText.significant(number).replace('−', '-').replace(",", "{,}");
        int power = text.indexOf('e');
        return power < 0 ? text : text.substring(0, power) + "\\cdot 10^{" + text.substring(power + 1) + "}";
    }

    /// A number within a product or behind a sign.
    static String factor(double number) {
        return number < 0 ? "(" + number(number) + ")" : number(number);
    }

    /// A symbol or an equation of [org.stepback.nn.explain.Explanation].
    static String of(String equation) {
        StringBuilder tex = new StringBuilder();
        String plain = equation.replace("⁻ᵖ", "^{-p}").replace("ₜ₊₁", "_{t+1}");
        int at = 0;
        while (at < plain.length()) {
            at = piece(plain, at, tex);
        }
        return tex.toString();
    }

    private static int piece(String text, int at, StringBuilder tex) {
        int end = word(text, at);
        String word = text.substring(at, end);
        if (word.length() > 2 || word.equals("of") || word.equals("as")) {
            tex.append(
                    word.equals("sign") || word.equals("max") || word.equals("min")
                            ? "\\operatorname{" + word + "}"
                            : "\\text{ " + word.replace("_", "\\_") + " }");
            return end;
        }
        if (text.startsWith("_prev", at) || text.startsWith("_next", at) || text.startsWith("_new", at)) {
            int stop = text.startsWith("_new", at) ? at + 4 : at + 5;
            tex.append("_{\\text{").append(text, at + 1, stop).append("}}");
            return stop;
        }
        if (text.charAt(at) == '√') {
            return root(text, at + 1, tex);
        }
        String sign = text.substring(at, at + 1);
        boolean hat = at + 1 < text.length() && text.charAt(at + 1) == '\u0302';
        tex.append(hat ? "\\hat " : "").append(SIGNS.getOrDefault(sign, sign));
        return at + (hat ? 2 : 1);
    }

    private static int word(String text, int at) {
        int end = at;
        while (end < text.length()
                && (text.charAt(end) >= 'a' && text.charAt(end) <= 'z' || end > at && text.charAt(end) == '_')) {
            if (text.charAt(end) == '_' && (text.startsWith("_prev", end) || text.startsWith("_ne", end))) {
                break;
            }
            end++;
        }
        return end;
    }

    /// The text under a root: up to the closing parenthesis, or one sign.
    private static int root(String text, int at, StringBuilder tex) {
        int end = at + (at + 1 < text.length() && text.charAt(at + 1) == '\u0302' ? 2 : 1);
        if (text.charAt(at) == '(') {
            int depth = 0;
            end = at;
            do {
                depth += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
                end++;
            } while (depth > 0 && end < text.length());
            tex.append("\\sqrt{").append(of(text.substring(at + 1, end - 1))).append('}');
            return end;
        }
        tex.append("\\sqrt{").append(of(text.substring(at, end))).append('}');
        return end;
    }
}
