package org.stepback.web;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.AtmosphereInterceptorAdapter;
import org.atmosphere.cpr.AtmosphereRequestImpl;
import org.atmosphere.cpr.AtmosphereResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bounds what comes in by a page's open connection, which no filter sees.
///
/// A message comes in pieces, the first of which begins with the length of the whole and a `|`. Vaadin collects them,
/// however long. Here a connection ends that announces more than a message may have, or sends more than it announced.
/// Made by Atmosphere, by its name.
public final class PushMessages extends AtmosphereInterceptorAdapter {
    private static final Logger LOG = LoggerFactory.getLogger("stepback.security");

    /// As `vaadin.maxRequestBodySize` has it for what comes by HTTP.
    private static final int MOST_CHARACTERS = 1_100_000;

    private static final char AFTER_LENGTH = '|';

    /// The characters that the present message of a connection still lacks.
    private final Map<String, Integer> missing = new ConcurrentHashMap<>();

    @Override
    public Action inspect(AtmosphereResource connection) {
        AtmosphereRequestImpl.Body piece = connection.getRequest().body();
        if (connection.transport() != AtmosphereResource.TRANSPORT.WEBSOCKET || piece.isEmpty()) {
            return Action.CONTINUE;
        }
        int rest = piece.hasString() ? rest(connection.uuid(), piece.asString()) : -1;
        if (rest > 0 && rest <= MOST_CHARACTERS) {
            missing.put(connection.uuid(), rest);
            return Action.CONTINUE;
        }
        missing.remove(connection.uuid());
        return rest == 0 ? Action.CONTINUE : end(connection);
    }

    private int rest(String connection, String piece) {
        Integer before = missing.get(connection);
        if (before != null) {
            return before - piece.length();
        }
        int bar = piece.indexOf(AFTER_LENGTH);
        try {
            return Integer.parseInt(piece, 0, Math.max(bar, 0), 10) - (piece.length() - bar - 1);
        } catch (NumberFormatException noLength) {
            return -1;
        }
    }

    private static Action end(AtmosphereResource connection) {
        LOG.warn("refused: a message of a page that is too long, or not as long as it says; its connection is closed");
        try {
            connection.close();
        } catch (IOException gone) {
            LOG.debug("The connection was gone already.", gone);
        }
        return Action.CANCELLED;
    }
}
