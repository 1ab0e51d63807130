package org.stepback.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The results as Markdown: steps a second, ratios, and the share of the machine's peak.
record Table(Results results) {
    private static final String OURS = JavaPeer.STEPBACK.title;

    String markdown() {
        return String.join(
                "\n",
                "Measured on " + LocalDate.now() + ": " + Machine.line()
                        + ". One thread, double precision unless said;",
                "a step is forward, loss, backward, the norm of each layer's gradient, and update. Medians of "
                        + results.peak().rounds().size() + " interleaved",
                "rounds, ± half the range between slowest and fastest.",
                "",
                header("steps a second"),
                rows(Results.contenders(), this::rate),
                "",
                header("Stepback's steps to one of"),
                rows(Results.contenders().subList(1, Results.contenders().size()), this::ratio),
                "",
                header("Stepback at work"),
                row("GFLOP/s in products", workload -> format("%.1f", flops(workload) / 1e9)),
                row(
                        "of the peak of "
                                + format("%.1f GFLOP/s", results.peak().median() / 1e9),
                        workload -> format(
                                "%.0f %%",
                                100 * flops(workload) / results.peak().median())),
                row(
                        "bytes allocated a step",
                        workload -> format("%.2f", results.bytes().get(workload).median())),
                row("of its steady rate, half a second into a run ten seconds after the server's start", this::cold),
                "");
    }

    private static String header(String title) {
        String rule = "| --- |" + " ---: |".repeat(Workload.values().length);
        return row(title, Workload::title) + "\n" + rule;
    }

    private static String rows(List<String> contenders, java.util.function.BiFunction<String, Workload, String> cell) {
        return contenders.stream()
                .map(contender -> row(contender, workload -> cell.apply(contender, workload)))
                .collect(Collectors.joining("\n"));
    }

    private static String row(String title, Function<Workload, String> cell) {
        return Stream.of(Workload.values()).map(cell).collect(Collectors.joining(" | ", "| " + title + " | ", " |"));
    }

    private String rate(String contender, Workload workload) {
        Rates rates = results.of(contender, workload);
        return rates.isEmpty() ? "not here" : format("%,.0f ± %.0f %%", rates.median(), rates.spread());
    }

    private String ratio(String contender, Workload workload) {
        Rates rates = results.of(contender, workload);
        return rates.isEmpty() ? "—" : format("%.1f", results.of(OURS, workload).median() / rates.median());
    }

    private String cold(Workload workload) {
        Double share = results.cold().get(workload);
        return share == null ? "—" : format("%.0f %%", 100 * share);
    }

    /// Additions and multiplications of our products in a second.
    private double flops(Workload workload) {
        return results.of(OURS, workload).median() * workload.flops();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
