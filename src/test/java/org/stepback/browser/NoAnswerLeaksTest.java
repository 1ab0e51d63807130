package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.HarContentPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Check;
import org.stepback.exercise.Edit;
import org.stepback.exercise.Solution;
import org.stepback.exercise.read.CourseReader;
import org.stepback.exercise.read.CourseReading;

/// All that a browser is sent, while it opens, runs, checks and submits every exercise, holds no part of an answer key.
class NoAnswerLeaksTest {
    private static final Path EXERCISES = Path.of("exercises");
    private static final String REVEALED = "z1";
    /// The recorder's own figures: an answer took as many milliseconds as another one's number once.
    private static final Pattern TIMING =
            Pattern.compile("\"(?:time|dns|connect|ssl|send|wait|receive|blocked)\": ?-?[\\d.]+");

    @Test
    void the_traffic_holds_no_hidden_answer(@TempDir Path folder) throws IOException {
        LabServer lab = LabServer.shared();
        CourseReading course = CourseReader.read(EXERCISES);
        Path har = folder.resolve("traffic.har");
        var frames = new StringBuffer();
        var options = new NewContextOptions().setRecordHarPath(har).setRecordHarContent(HarContentPolicy.EMBED);
        try (BrowserContext person = Browser.again(options)) {
            Page page = person.newPage();
            page.onWebSocket(socket -> socket.onFrameReceived((WebSocketFrame frame) -> {
                if (frame.text() != null) {
                    frames.append(frame.text());
                }
            }));
            NotebookPage.enter(page, lab);
            for (String slug : course.keys().keySet()) {
                checkAndSubmit(NotebookPage.open(page, lab, slug), slug);
            }
        }
        String traffic = TIMING.matcher(Files.readString(har)).replaceAll("") + frames;
        assertThat(traffic).as("what was recorded is what was sent").contains("Not right yet", "No answer yet");
        for (Map.Entry<String, AnswerKey> key : course.keys().entrySet()) {
            String page = Files.readString(EXERCISES.resolve(key.getKey()).resolve("exercise.md"));
            for (String secret : secrets(key.getValue())) {
                if (!page.contains(secret)) {
                    assertThat(stands(secret, traffic))
                            .as("%s gives away \"%s\"", key.getKey(), secret)
                            .isFalse();
                }
            }
        }
        assertThat(lab.log()).doesNotContain("AnswerKey[checks", "Exception");
    }

    /// Whether a text stands in another, and is not a part of a longer number there.
    private static boolean stands(String secret, String text) {
        return Pattern.compile("(?<![\\d.])" + Pattern.quote(secret) + "(?!\\d)")
                .matcher(text)
                .find();
    }

    private static void checkAndSubmit(NotebookPage notebook, String slug) {
        if (slug.equals("forward-by-hand")) {
            notebook.type(REVEALED, "answer", "1234.5");
        }
        var bar = notebook.page().locator(".grade-bar");
        var patient = new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);
        notebook.press(bar, "Check");
        assertThat(bar).containsText("would earn", patient);
        notebook.press(bar, "Submit");
        assertThat(bar).containsText("Submitted:", patient);
        notebook.page().reload();
        assertThat(notebook.saveState()).hasText("Saved");
    }

    /// What no browser may see of an answer key: hints of what was not answered, and the numbers of the solution.
    private static Set<String> secrets(AnswerKey key) {
        Set<String> secrets = new TreeSet<>();
        key.checks().stream()
                .filter(check -> !check.cell().equals(REVEALED))
                .flatMap(NoAnswerLeaksTest::hints)
                .map(NoAnswerLeaksTest::telling)
                .forEach(secrets::add);
        Solution solution = key.solution();
        Stream.concat(solution.edits().stream(), solution.slips().stream().flatMap(slip -> slip.edits().stream()))
                .filter(edit -> edit.field().equals(Edit.ANSWER))
                .map(edit -> edit.json().replace("\"", ""))
                .filter(answer -> answer.matches("-?\\d+\\.\\d{3,}"))
                .forEach(secrets::add);
        solution.slips().forEach(slip -> secrets.add(telling(slip.name())));
        secrets.removeIf(secret -> secret.length() < 5);
        assertThat(secrets).as("the key has something to hide").isNotEmpty();
        return secrets;
    }

    private static Stream<String> hints(Check check) {
        return switch (check) {
            case Check.NumberCheck number ->
                Stream.concat(Stream.of(number.hint()), number.slips().stream().map(Check.KnownSlip::hint));
            case Check.ChoiceCheck choice -> choice.hints().values().stream();
            case Check.TrainingCheck _ -> Stream.empty(); // an untouched notebook is told its training's hint
        };
    }

    /// The longest stretch of a text that is written the same in JSON, HTML and plain text.
    private static String telling(String text) {
        return List.of(Pattern.compile("[^A-Za-z0-9 ,.;]+").split(text)).stream()
                .filter(Objects::nonNull)
                .max(Comparator.comparing(String::length))
                .orElse("");
    }
}
