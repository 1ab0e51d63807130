package org.stepback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/// The switch between an exercise alone and the workbench with every tool; the choice stays in the browser.
@Tag("sb-workbench")
@JsModule("./workbench/sb-workbench.ts")
public final class WorkbenchSwitch extends Component {}
