package org.stepback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/// Three radio buttons for the page's colours: light, dark, or as the system; the choice stays in the browser.
@Tag("sb-color-scheme")
@JsModule("./scheme/sb-color-scheme.ts")
public final class ColorSchemeToggle extends Component implements HasStyle {}
