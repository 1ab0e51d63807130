package org.stepback.playground.setting;

import java.util.function.DoubleBinaryOperator;

/// A number that the network may be told of a point (x, y) of the plane, whose coordinates are called x₁ and x₂.
public enum Input implements Choice {
    X("x", "x₁", (x, y) -> x),
    Y("y", "x₂", (x, y) -> y),
    X_SQUARED("xx", "x₁²", (x, y) -> x * x),
    Y_SQUARED("yy", "x₂²", (x, y) -> y * y),
    PRODUCT("xy", "x₁x₂", (x, y) -> x * y),
    SIN_X("sinx", "sin x₁", (x, y) -> StrictMath.sin(x)),
    SIN_Y("siny", "sin x₂", (x, y) -> StrictMath.sin(y)),
    COS_X("cosx", "cos x₁", (x, y) -> StrictMath.cos(x)),
    COS_Y("cosy", "cos x₂", (x, y) -> StrictMath.cos(y));

    private final Words words;
    private final DoubleBinaryOperator formula;

    Input(String key, String title, DoubleBinaryOperator formula) {
        words = new Words(key, title);
        this.formula = formula;
    }

    @Override
    public Words words() {
        return words;
    }

    public double of(double x, double y) {
        return formula.applyAsDouble(x, y);
    }
}
