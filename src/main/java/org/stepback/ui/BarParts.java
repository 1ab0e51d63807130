package org.stepback.ui;

import com.vaadin.flow.component.Component;

/// A page that has parts of its own in the bar above it.
public interface BarParts {
    Component barParts();
}
