package org.stepback.playground.setting;

import java.util.function.DoubleBinaryOperator;

/// A number that the network may be told of a point (x, y) of the plane.
public enum Input implements Choice {
    X("x", "x", (x, y) -> x),
    Y("y", "y", (x, y) -> y),
    X_SQUARED("xx", "x²", (x, y) -> x * x),
    Y_SQUARED("yy", "y²", (x, y) -> y * y),
    PRODUCT("xy", "xy", (x, y) -> x * y),
    SIN_X("sinx", "sin x", (x, y) -> StrictMath.sin(x)),
    SIN_Y("siny", "sin y", (x, y) -> StrictMath.sin(y)),
    COS_X("cosx", "cos x", (x, y) -> StrictMath.cos(x)),
    COS_Y("cosy", "cos y", (x, y) -> StrictMath.cos(y));

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
