package org.stepback.notebook.report;

import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.stepback.notebook.SharedNotebooks;
import org.stepback.notebook.SharedNotebooks.Edition;
import org.stepback.notebook.SharedNotebooks.Shared;
import org.stepback.training.RunVersions;

/// Shared notebooks as they read. Each is written once for all its readers, until it or one of its runs changes.
@Service
public class SharedReports {
    private final SharedNotebooks notebooks;
    private final RunVersions runs;
    private final Function<Shared, String> writer;
    private final long mostCharacters;

    /// The reports that were read last, the latest at the end.
    private final LinkedHashMap<String, Report> known = new LinkedHashMap<>(16, 0.75f, true);

    private long characters;

    /// Readers of one notebook wait for the first of them, and not each writes it.
    private final Object[] writing = Stream.generate(Object::new).limit(64).toArray();

    @Autowired
    SharedReports(
            SharedNotebooks notebooks,
            RunVersions runs,
            Reports reports,
            @Value("${stepback.shared.remembered-characters}") long mostCharacters) {
        this(notebooks, runs, shared -> reports.html(shared.owner(), shared.notebook()), mostCharacters);
    }

    SharedReports(SharedNotebooks notebooks, RunVersions runs, Function<Shared, String> writer, long mostCharacters) {
        this.notebooks = notebooks;
        this.runs = runs;
        this.writer = writer;
        this.mostCharacters = mostCharacters;
    }

    /// A shared notebook as its readers see it.
    ///
    /// @param html safe to show
    /// @param version changes with the notebook and its runs
    public record Report(String title, String html, String version) {}

    /// @throws org.stepback.exercise.RefusedException where nothing is shared by this link
    public Report read(String token) {
        synchronized (writing[Math.floorMod(token.hashCode(), writing.length)]) {
            Edition edition = notebooks.edition(token);
            String version = edition.revision() + " " + runs.of(edition.student(), edition.exercise());
            Report report = known(token);
            if (report == null || !report.version().equals(version)) {
                Shared shared = notebooks.open(token);
                report = new Report(shared.notebook().exercise().title(), writer.apply(shared), version);
                keep(token, report);
            }
            return report;
        }
    }

    private @Nullable Report known(String token) {
        synchronized (known) {
            return known.get(token);
        }
    }

    private void keep(String token, Report report) {
        synchronized (known) {
            Report before = known.put(token, report);
            characters +=
                    report.html().length() - (before == null ? 0 : before.html().length());
            while (characters > mostCharacters) {
                characters -= known.pollFirstEntry().getValue().html().length();
            }
        }
    }
}
