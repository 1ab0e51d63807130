package org.stepback.data;

/// The samples that train a network, and the ones held out to see whether what it learned holds for others too.
///
/// @param validation may have no samples, when nothing is held out
public record Split(Dataset train, Dataset validation) {}
