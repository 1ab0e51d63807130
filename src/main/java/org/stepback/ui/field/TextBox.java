package org.stepback.ui.field;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/// A box for a longer text, YAML or Markdown, in an editor that completes and underlines.
@Tag("sb-text")
@NpmPackage(value = "@codemirror/autocomplete", version = "6.20.4")
@NpmPackage(value = "@codemirror/commands", version = "6.11.1")
@NpmPackage(value = "@codemirror/lang-markdown", version = "6.5.2")
@NpmPackage(value = "@codemirror/lang-yaml", version = "6.1.3")
@NpmPackage(value = "@codemirror/language", version = "6.13.1")
@NpmPackage(value = "@codemirror/lint", version = "6.9.8")
@NpmPackage(value = "@codemirror/state", version = "6.7.6")
@NpmPackage(value = "@codemirror/view", version = "6.43.15")
@NpmPackage(value = "@lezer/highlight", version = "1.2.5")
@JsModule("./fields/sb-text.ts")
public final class TextBox extends LitField {
    /// @param longest how many characters it takes; one more is let through, so that the server can refuse in words
    public TextBox(String label, String language, int longest) {
        super(label, longest + 1);
        getElement().setProperty("language", language);
    }

    /// Underlines problems, given as JSON: `[{"line": 2, "column": 5, "message": "…"}]`.
    public void setProblems(String json) {
        getElement().setProperty("problems", json);
    }

    /// Sets the words that complete a line, as JSON: `{"keys": […], "values": {"loss": […]}}`.
    public void setKnown(String json) {
        getElement().setProperty("known", json);
    }

    public void focus() {
        getElement().callJsFunction("focus");
    }
}
