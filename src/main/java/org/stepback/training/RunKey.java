package org.stepback.training;

import java.util.UUID;

/// Whose run it is, and of which train cell of which exercise: a person has one run a cell.
record RunKey(UUID owner, String slug, String cell) {}
