package org.stepback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/// A stretch of text with maths, which KaTeX sets in the browser.
@Tag("sb-prose")
@NpmPackage(value = "katex", version = "0.19.1")
@CssImport("katex/dist/katex.min.css")
@JsModule("./prose/sb-prose.ts")
public final class Prose extends Component {
    /// @param safeHtml HTML that was made safe; formulas as `<span class="math" data-display="…">TeX</span>`
    public Prose(String safeHtml) {
        getElement().getClassList().add("prose");
        setHtml(safeHtml);
    }

    /// Shows another text; safe as above.
    public void setHtml(String safeHtml) {
        getElement().setProperty("html", safeHtml);
    }
}
