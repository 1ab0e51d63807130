package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.stepback.interop.export.JupyterNotebook;
import org.stepback.ui.Popup;
import org.stepback.ui.Styled;

/// The ways out of a notebook: its Markdown file, a notebook for Jupyter, and a report to read.
final class FileTools extends Popup {
    private final Workbench bench;
    private final Div links;

    /// @param report saves the report in the browser
    FileTools(Workbench bench, Runnable report) {
        this(bench, report, Styled.div("file-links"));
    }

    private FileTools(Workbench bench, Runnable report, Div links) {
        super("Download", links);
        this.bench = bench;
        this.links = links;
        addClassName("file-tools");
        link("Markdown (.md)", ".md", "text/markdown", () -> bench.notebook()
                .file()
                .write());
        link(
                "Jupyter with Keras (.ipynb)",
                ".ipynb",
                "application/x-ipynb+json",
                () -> JupyterNotebook.of(bench.notebook().merged()));
        var saveReport = Styled.button("link-button", "Report to read or print (.html)", report);
        links.add(saveReport);
    }

    private void link(String words, String ending, String type, Supplier<String> text) {
        var anchor = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(new ByteArrayInputStream(bytes), name() + ending, type, bytes.length);
                }),
                words);
        anchor.getElement().setAttribute("download", true);
        links.add(anchor);
    }

    /// Returns the title as a file's name.
    private String name() {
        String name = bench.notebook()
                .exercise()
                .title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() ? "notebook" : name.substring(0, Math.min(60, name.length()));
    }
}
