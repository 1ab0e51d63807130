package org.stepback.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.stepback.browser.LabServer;

/// A visitor who speaks plain HTTP, of whatever kind.
final class Http implements AutoCloseable {
    private final Socket socket;

    private Http(Socket socket) {
        this.socket = socket;
    }

    static Http to(LabServer lab) throws IOException {
        return opened(new Socket("localhost", lab.port()));
    }

    /// @param address one of this machine's own, such as 127.0.0.2
    static Http to(LabServer lab, String address) throws IOException {
        return opened(new Socket("127.0.0.1", lab.port(), InetAddress.ofLiteral(address), 0));
    }

    private static Http opened(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        return new Http(socket);
    }

    /// @param head the first line and the headers, without those of the host
    Http send(String head) throws IOException {
        socket.getOutputStream()
                .write((head.strip().replace("\n", "\r\n") + "\r\nHost: localhost:" + socket.getPort() + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /// Sends a part of a body as it is; returns false where the server has closed the connection.
    boolean write(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (SocketException closed) {
            return false;
        }
    }

    /// Returns the status line of the answer; empty where the connection was closed without one.
    String status() throws IOException {
        StringBuilder line = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
                line.append((char) c);
            }
        } catch (SocketException closed) {
            return line.toString();
        }
        return line.toString();
    }

    /// Returns whether the server has closed the connection; one that it keeps is silent for a moment.
    boolean isClosed() {
        try {
            socket.setSoTimeout(100);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException kept) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// Returns the status line and the headers of the answer.
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                break;
            }
            head.append((char) c);
        }
        return head.toString();
    }
}
