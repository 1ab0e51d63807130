package org.stepback.training;

import java.util.UUID;
import org.stepback.web.Visitor;

/// Whom a job counts against: a person, or the network address of a stranger without an account.
///
/// @param name equal for all jobs that share one bound, as [Visitor] gives it
/// @param stranger whether it is an address
public record Owner(String name, boolean stranger) {
    /// @param visitor as [Visitor] names them
    public static Owner of(String visitor) {
        return new Owner(visitor, Visitor.isStranger(visitor));
    }

    public static Owner person(UUID id) {
        return of(Visitor.person(id.toString()));
    }
}
