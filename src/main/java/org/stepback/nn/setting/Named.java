package org.stepback.nn.setting;

/// Something that is chosen by the name that Keras has for it.
public interface Named {
    String name();
}
