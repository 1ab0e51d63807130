package org.stepback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/// Makes the plain parts of a page with their style classes, which have blanks between them.
public final class Styled {
    private Styled() {}

    public static Div div(String styles, Component... parts) {
        return with(styles, new Div(parts));
    }

    public static Span span(String styles, String text) {
        return with(styles, new Span(text));
    }

    public static Paragraph paragraph(String styles, String text) {
        return with(styles, new Paragraph(text));
    }

    public static NativeButton button(String styles, String text, Runnable press) {
        return with(styles, new NativeButton(text, _ -> press.run()));
    }

    private static <C extends HasStyle> C with(String styles, C part) {
        part.addClassNames(styles.split(" "));
        return part;
    }
}
