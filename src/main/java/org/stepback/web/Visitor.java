package org.stepback.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.InetAddress;
import java.util.HexFormat;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/// Whom a request or a job counts against: the person who is signed in, else the network address of a stranger.
///
/// @param name equal for all that shares one bound
/// @param stranger whether it is an address
public record Visitor(String name, boolean stranger) {
    /// Returns the visitor of a request.
    public static Visitor of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object context = session == null
                ? null
                : session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext known && known.getAuthentication() != null
                ? person(known.getAuthentication().getName())
                : address(request);
    }

    /// @param id of an account
    public static Visitor person(String id) {
        return new Visitor("person " + id, false);
    }

    /// Returns the network address that a request comes from, also where somebody is signed in.
    public static Visitor address(HttpServletRequest request) {
        return address(request.getRemoteAddr());
    }

    /// One customer has at least 2⁶⁴ addresses of IPv6, so the first half counts.
    public static Visitor address(String address) {
        return new Visitor("address " + (address.contains(":") ? network(address) : address), true);
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
