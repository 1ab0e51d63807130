package org.stepback.exercise.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.yaml.Finding;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.SourcePosition;

class MarkdownTest {
    @Test
    void prose_is_rendered() {
        assertThat(Markdown.html(
                        "# Title\n\nSome *words*, `code` and a [link](https://example.org \"Tip\").\n\n- one\n- two"))
                .isEqualTo(
                        "<h1>Title</h1>\n<p>Some <em>words</em>, <code>code</code> and a <a href=\"https://example.org\""
                                + " title=\"Tip\" rel=\"noreferrer\">link</a>.</p>\n<ul><li>one</li><li>two</li></ul>\n");
        assertThat(Markdown.html("3. three\n4. four")).contains("<ol start=\"3\">");
        assertThat(Markdown.html("```python\nx = 1 < 2\n```"))
                .isEqualTo("<pre><code class=\"language-python\">x &#61; 1 &lt; 2\n</code></pre>\n");
    }

    @Test
    void tables_are_rendered() {
        assertThat(Markdown.html("| a | b |\n|:--|--:|\n| 1 | $x_1$ |"))
                .contains(
                        "<th align=\"left\">a</th>",
                        "<td align=\"right\"><span class=\"math\" data-display=\"false\">x_1</span>");
    }

    @Test
    void a_single_paragraph_can_stand_in_a_line() {
        assertThat(Markdown.inline("What is $z_1$?"))
                .isEqualTo("What is <span class=\"math\" data-display=\"false\">z_1</span>?");
        assertThat(Markdown.inline("- a\n- b")).startsWith("<ul>");
    }

    @Test
    void maths_is_kept_from_markdowns_own_rules() {
        assertThat(texOf("$w_1 * x_1 * _b_ \\\\ \\{a\\} [a](b) `c`$"))
                .isEqualTo("w_1 * x_1 * _b_ \\\\ \\{a\\} [a](b) `c`");
        assertThat(texOf("$a < b > c \\& \"d\"$")).isEqualTo("a < b > c \\& \"d\"");
        assertThat(texOf("$\\frac{{1}}{{2}}$")).isEqualTo("\\frac{{1}}{{2}}");
        assertThat(texOf("$a \\$ b$")).isEqualTo("a \\$ b");
        assertThat(texOf("$a\nb$")).isEqualTo("a\nb");
    }

    @Test
    void displayed_maths_is_a_block() {
        String html = Markdown.html("Before\n$$\na = b\n- c\n# d_1 *e*\n$$\nafter");
        assertThat(html)
                .isEqualTo(
                        "<p>Before</p>\n<p><span class=\"math\" data-display=\"true\">a &#61; b\n- c\n# d_1 *e*</span></p>\n"
                                + "<p>after</p>\n");
        assertThat(Markdown.html("$$ a^2 $$")).contains("<span class=\"math\" data-display=\"true\">a^2</span>");
        assertThat(Markdown.html("$$a$$ and $$b$$"))
                .isEqualTo("<p><span class=\"math\" data-display=\"true\">a</span> and <span class=\"math\""
                        + " data-display=\"true\">b</span></p>\n");
        assertThat(Markdown.html("$$ a\n= b $$\nafter")).contains("a\n&#61; b</span>", "<p>after</p>");
        assertThat(Markdown.html("- item\n  $$\n  x\n  $$")).contains("<li>", "data-display=\"true\">x</span>");
        assertThat(Markdown.html("    $$\n    x\n    $$")).startsWith("<pre>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs $5 or $6.",
                "It costs \\$5, not \\$6.",
                "A lone $ here.",
                "$ not maths $",
                "$not maths $",
                "a$b",
                "$a$5",
                "`$a$`",
            })
    void dollars_that_are_no_maths_stay_dollars(String markdown) {
        assertThat(Markdown.inline(markdown)).contains("$").doesNotContain("data-display=\"false\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "a <b onclick=\"x\">b</b>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](data:text/html,<script>)",
                "[x](vbscript:x)",
                "![x](https://example.org/spy.png)",
                "![x](//example.org/spy.png)",
                "![x](data:image/svg+xml,x)",
                "<javascript:alert(1)>",
                "$<img src=x onerror=alert(1)>$",
                "$$\n</span><script>alert(1)</script>\n$$",
                "```html\"onclick=\"alert(1)\nx\n```",
                "| a |\n|---|\n| <script> |",
            })
    void nothing_that_runs_or_spies_comes_through(String markdown) {
        assertThat(Markdown.html(markdown))
                .doesNotContain(
                        "<script", "<img src", "onerror=", "onclick=", "href=\"javascript", "href=\"data", "<b ")
                .doesNotContainIgnoringCase("href=\"javascript", "href=\"vbscript");
    }

    @Test
    void images_of_the_folder_stay() {
        assertThat(Markdown.html("![A net](images/net.png \"Net\")"))
                .isEqualTo("<p><img src=\"images/net.png\" alt=\"A net\" title=\"Net\" /></p>\n");
    }

    @Test
    void deep_nesting_is_not_followed() {
        assertThat(Markdown.html("> ".repeat(100_000) + "x")).isNotNull();
        assertThat(Markdown.html("*a **b ".repeat(50_000) + "c" + "** *".repeat(50_000)))
                .isNotNull();
        Findings findings = new Findings();
        Markdown.check("text\n\n" + "*a ".repeat(300) + "b" + "*".repeat(300), new SourcePosition(10, 1), findings);
        assertThat(findings.all())
                .containsExactly(new Finding(
                        new SourcePosition(12, 1), "", "Lists, quotes and emphasis can stand at most 50 levels deep."));
    }

    @Test
    void many_dollars_take_no_long_time() {
        assertThat(Markdown.html("$a ".repeat(80_000))).contains("$a");
    }

    @Property(tries = 500)
    void any_text_is_safe(
            @ForAll
                    @Chars({'$', '<', '>', '"', '\'', '(', ')', '[', ']', '!', '*', '_', '`', '\\', '\n', ' ', 'a', '&'
                    })
                    String text) {
        assertThat(Markdown.html(text))
                .doesNotContainPattern(
                        "<(?!/?(p|h[1-6]|ul|ol|li|em|strong|code|pre|blockquote|hr|br|a|img|span)\\b|!-- -->)");
        assertThat(Markdown.inline(text)).isNotNull();
    }

    /// The TeX that a browser would see as the text of the only formula.
    private static String texOf(String markdown) {
        String html = Markdown.inline(markdown);
        String start = "<span class=\"math\" data-display=\"false\">";
        assertThat(html).startsWith(start).endsWith("</span>");
        return html.substring(start.length(), html.length() - "</span>".length())
                .replace("<!-- -->", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#61;", "=")
                .replace("&#96;", "`")
                .replace("&amp;", "&");
    }
}
