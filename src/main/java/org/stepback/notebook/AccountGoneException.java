package org.stepback.notebook;

import java.io.Serial;
import org.stepback.exercise.RefusedException;

/// The account of the person behind a page was deleted while the page was open. Nothing of it can be stored any more.
public final class AccountGoneException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1;

    AccountGoneException() {
        super("This account was deleted, so nothing more can be saved. Copy what you want to keep.");
    }
}
