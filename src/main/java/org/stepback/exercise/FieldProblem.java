package org.stepback.exercise;

/// What is wrong with one field of a cell, said to the person who can change it.
///
/// @param field the field's name, such as `layers`
/// @param path the place within the field, such as `layers[1].units`; the field's name if it is the field as a
/// whole
/// @param message what is expected and what was found, in plain sentences
public record FieldProblem(String field, String path, String message) {}
