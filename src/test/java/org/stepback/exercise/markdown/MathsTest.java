package org.stepback.exercise.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.SourcePosition;
import tools.jackson.databind.json.JsonMapper;

class MathsTest {
    private static final Pattern SPAN =
            Pattern.compile("<span class=\"math\" data-display=\"(true|false)\">(.*?)</span>", Pattern.DOTALL);

    record Formula(boolean display, String tex) {}

    /// @param dollars those that stay in the text
    record Case(String markdown, List<Formula> maths, int dollars) {}

    /// Pandoc 2.17.1.1 wrote this table, by `dollars.py`; some lines are of its own tests (testsuite.txt,
    /// markdown-reader-more.txt, command/11348.md).
    static List<Case> pandoc() throws IOException {
        try (InputStream json = MathsTest.class.getResourceAsStream("/markdown/dollars.json")) {
            return List.of(JsonMapper.shared().readValue(json, Case[].class));
        }
    }

    @ParameterizedTest
    @MethodSource("pandoc")
    void dollars_are_maths_where_they_are_for_pandoc(Case each) {
        assertThat(read(each.markdown))
                .isEqualTo(new Case(
                        each.markdown,
                        each.maths.stream().map(MathsTest::asShown).toList(),
                        each.dollars));
    }

    /// The page sets a line end as a space, as Pandoc writes it, and displayed maths without spaces around it.
    private static Formula asShown(Formula formula) {
        return new Formula(formula.display, formula.display ? formula.tex.strip() : formula.tex.replace('\n', ' '));
    }

    @Test
    void a_space_of_tex_at_the_end_stays_its_own() {
        assertThat(read("$a\\ $ and $$ b\\ $$").maths)
                .containsExactly(new Formula(false, "a\\ "), new Formula(true, "b\\ "));
    }

    @Test
    void maths_that_is_not_closed_before_an_empty_line_is_text_with_its_own_maths() {
        String html = Markdown.html("$$ and *so* $x$\nmore\n\nafter");
        assertThat(html)
                .startsWith("<p>$$ and <em>so</em> <span class=\"math\"")
                .endsWith("<p>after</p>\n");
    }

    @Test
    void an_author_is_told_of_maths_that_is_not_closed() {
        assertThat(problems("text\n\n$$\na\n\nb\n$$"))
                .containsExactly(
                        "3: The maths that opens here with \"$$\" is not closed before the next empty line.",
                        "7: The maths that opens here with \"$$\" is not closed before the next empty line.");
        assertThat(problems("$$\na $$ is closed\n\n$$\nb\n$$")).isEmpty();
    }

    @Property(tries = 500)
    void any_dollars_are_kept_or_become_maths(
            @ForAll @StringLength(max = 60) @Chars({'$', '\\', '{', '}', 't', 'e', 'x', ' ', '\n', '5'}) String text) {
        assertThatNoException().isThrownBy(() -> Markdown.html(text));
        assertThat(Markdown.html("\\text{".repeat(40) + text)).isNotBlank();
    }

    private static List<String> problems(String markdown) {
        Findings findings = new Findings();
        Markdown.check(markdown, SourcePosition.START, findings);
        return findings.all().stream()
                .map(each -> each.place().line() + ": " + each.message())
                .toList();
    }

    private static Case read(String markdown) {
        String html = Markdown.html(markdown);
        List<Formula> maths = new ArrayList<>();
        SPAN.matcher(html)
                .results()
                .forEach(span -> maths.add(new Formula(
                        span.group(1).equals("true"),
                        text(span.group(2)).replace('\n', span.group(1).equals("true") ? '\n' : ' '))));
        String rest = text(SPAN.matcher(html).replaceAll(""));
        return new Case(
                markdown, maths, (int) rest.chars().filter(c -> c == '$').count());
    }

    private static String text(String html) {
        return Parser.unescapeEntities(html.replace("<!-- -->", ""), false);
    }
}
