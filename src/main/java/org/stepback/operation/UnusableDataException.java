package org.stepback.operation;

/// Says why the lab cannot start on its data, and what to do.
final class UnusableDataException extends RuntimeException {
    private final String remedy;

    UnusableDataException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    static UnusableDataException damaged(Object file) {
        return new UnusableDataException(
                "The database's file is damaged: " + file + ".",
                "Keep the file, move it out of the way, and restore the last backup: ./stepback restore FILE.");
    }

    String remedy() {
        return remedy;
    }
}
