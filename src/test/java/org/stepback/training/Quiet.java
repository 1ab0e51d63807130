package org.stepback.training;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/// Keeps failures that a test makes on purpose out of its output.
final class Quiet {
    private Quiet() {}

    static void about(Class<?> type, Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(type);
        Level level = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            work.run();
        } finally {
            logger.setLevel(level);
        }
    }
}
