package org.stepback.trace;

/// The equation of a number, as TeX: in symbols, and then in this moment's numbers up to the result.
///
/// @param symbols such as `z_1 = w_{11} x_1 + b_1`
/// @param numbers such as `z_1 = 0.3 \cdot 0.5 + 0.1 = 0.25`
public record Equation(String symbols, String numbers) {}
