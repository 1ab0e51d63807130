package org.stepback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/// Makes the plain parts of a page with their style classes, which have blanks between them.
public final class Styled {
    private Styled() {}

    public static Div div(String styles, Component... parts) {
        var div = new Div(parts);
        div.addClassNames(styles.split(" "));
        return div;
    }

    public static Span span(String styles, String text) {
        var span = new Span(text);
        span.addClassNames(styles.split(" "));
        return span;
    }

    public static Paragraph paragraph(String styles, String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassNames(styles.split(" "));
        return paragraph;
    }

    public static NativeButton button(String styles, String text, Runnable press) {
        var button = new NativeButton(text, _ -> press.run());
        button.addClassNames(styles.split(" "));
        return button;
    }
}
