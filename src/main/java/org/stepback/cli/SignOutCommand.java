package org.stepback.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.logging.LoggingSystem;
import org.stepback.exercise.RefusedException;
import org.stepback.operation.LabDatabase;
import org.stepback.operation.SignOut;

/// Signs a guest out in every browser, for an operator.
record SignOutCommand(Consumer<String> signOut, PrintStream out, PrintStream err) {
    private static final String USAGE =
            "Write “stepback sign-out GUEST”: the number of the guest's name, such as 4821, or"
                    + " the id that the lab's log has.";

    /// Works on the database that the settings name.
    static SignOutCommand configured(PrintStream out, PrintStream err) {
        LoggingSystem.get(SignOutCommand.class.getClassLoader()).beforeInitialize(); // no library has a say here
        return new SignOutCommand(guest -> new SignOut(LabDatabase.configured()).of(guest), out, err);
    }

    /// Returns false, with a sentence, where nobody was signed out.
    boolean run(List<String> args) {
        String guest = String.join(" ", args).strip();
        if (guest.isEmpty() || guest.startsWith("-")) {
            throw new RefusedException(USAGE);
        }
        try {
            signOut.accept(guest);
            out.println("“" + guest + "” is signed out: no cookie opens their work any more, and open pages end within"
                    + " ten seconds.");
            return true;
        } catch (RefusedException e) {
            err.println(e.getMessage());
            return false;
        }
    }
}
