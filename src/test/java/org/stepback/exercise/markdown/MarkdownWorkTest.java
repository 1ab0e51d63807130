package org.stepback.exercise.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.OwnCell;

/// No text of a note's length costs much to render, however it is made.
class MarkdownWorkTest {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int LONGEST = OwnCell.MAX_LENGTH;
    private static final String CHARACTERS = "<>&[]()!*_`$\\|-#=~'\":/a1 \n\t.?";

    /// The parser alone takes as long for this as the square of its length.
    private static final String SQUARE = "<".repeat(LONGEST);

    @Test
    void no_text_costs_a_part_of_what_the_parser_alone_takes_for_a_run_of_brackets() {
        Parser alone = Parser.builder().build();
        long most = cost(() -> alone.parse(SQUARE)) / 3;
        List<String> costly = patterns()
                .flatMap(MarkdownWorkTest::texts)
                .filter(text -> cost(() -> Markdown.renderedOrTyped(text, Markdown.BLOCKS)) > most)
                .map(text -> text.substring(0, 30))
                .toList();
        assertThat(costly).isEmpty();
    }

    /// Returns the CPU time, the best of some tries where the first is long.
    private static long cost(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = CLOCK.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - before);
            if (best < 10_000_000) {
                break;
            }
        }
        return best;
    }

    private static Stream<String> patterns() {
        List<String> patterns = new ArrayList<>(List.of(
                "<",
                "<a ",
                "<!--",
                "<![CDATA[",
                "<?",
                "</",
                "<x y",
                "<a@b",
                "<http://",
                "<a b=\"",
                "<!-- >",
                "<a b='>",
                "[",
                "![",
                "[a](",
                "](",
                "[a][",
                "[a](<",
                "[a]: <",
                "[a]: b '",
                "[[]",
                "*",
                "_",
                "**a",
                "*a_",
                "a**b",
                "`",
                "``a",
                "$",
                "$a",
                "$$",
                "$\\",
                "\\",
                "&",
                "&#",
                "> ",
                "> > ",
                "- ",
                "- > ",
                "1. ",
                "* * ",
                "|\n",
                "|-",
                "|a|\n|-|\n",
                ")\n",
                "~\n",
                "\n'",
                "a\n",
                "a\n=\n",
                "  - a\n",
                "<div>\n",
                "```\n",
                "\t",
                "![[]()",
                "<$",
                "$a$",
                "![a](b "));
        Random random = new Random(13);
        for (int i = 0; i < 60; i++) {
            patterns.add(random.ints(1 + random.nextInt(6), 0, CHARACTERS.length())
                    .mapToObj(at -> CHARACTERS.substring(at, at + 1))
                    .collect(Collectors.joining()));
        }
        return patterns.stream();
    }

    /// Returns a pattern's repetitions: alone, in lines, with numbers between them, and in runs that grow.
    private static Stream<String> texts(String pattern) {
        Stream<IntFunction<String>> forms = Stream.of(
                _ -> pattern,
                _ -> pattern + "a\n",
                number -> pattern + number + " ",
                number -> pattern.repeat(1 + number % 200) + "a ");
        return forms.map(form -> {
            String text = IntStream.range(0, LONGEST)
                    .mapToObj(form)
                    .limit(LONGEST / pattern.length())
                    .collect(Collectors.joining());
            return text.substring(0, Math.min(LONGEST, text.length()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "[", "*a_", "`", "$", "&", "[a]("})
    void a_paragraph_beyond_the_bound_is_shown_as_typed_with_a_sentence_and_the_others_as_ever(String pattern) {
        String run = "a" + pattern.repeat(19_000 / pattern.length());
        String html = Markdown.html("*before*\n\n" + run + "\n\nIt is *after*.");
        assertThat(html)
                .contains("<em>before</em>", BoundedInlines.TOO_MUCH, "It is <em>after</em>.")
                .contains(pattern.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace("`", "&#96;")
                        .repeat(1000));
    }

    @Test
    void a_long_note_in_ordinary_paragraphs_takes_a_tenth_of_the_bound() {
        String paragraph = "Half of $x^2$ is *not* `x`, see [the lesson](/lesson) & ask. ".repeat(16);
        long steps = LONGEST / paragraph.length() * BoundedInlines.steps(paragraph);
        assertThat(steps).isLessThan(BoundedInlines.MOST_STEPS / 2);
        assertThat(Markdown.html((paragraph + "\n\n").repeat(LONGEST / paragraph.length())))
                .doesNotContain(BoundedInlines.TOO_MUCH, Markdown.TOO_MUCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"|\n", ")\n", "a\n", "<b>\n"})
    void a_text_of_too_many_lines_on_end_is_shown_as_typed_with_a_sentence(String line) {
        String html = Markdown.html(line.repeat(4_000));
        assertThat(html).contains(Markdown.TOO_MUCH, "<pre><code>").doesNotContain("<b>");
    }

    @Test
    void a_text_that_takes_too_long_gives_way_to_a_sentence_and_others_are_rendered_meanwhile() throws Exception {
        RenderWorkers workers = new RenderWorkers(Duration.ofMillis(20));
        CountDownLatch end = new CountDownLatch(1);
        assertThat(workers.within(() -> {
                    end.await();
                    return "never in time";
                }))
                .isEmpty();
        end.countDown();
        assertThat(new RenderWorkers(Duration.ofMinutes(1)).within(() -> "in time"))
                .isEqualTo(Optional.of("in time"));
    }
}
