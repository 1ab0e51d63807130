package org.stepback.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.InetAddress;
import java.util.HexFormat;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/// Whom a request counts against: the person who is signed in, else the address it comes from.
public final class Visitor {
    private static final String PERSON = "person ";

    private Visitor() {}

    /// Returns the name of a person with an account.
    public static String person(String id) {
        return PERSON + id;
    }

    /// Returns whether a visitor is an address, since nobody is signed in.
    public static boolean isStranger(String visitor) {
        return !visitor.startsWith(PERSON);
    }

    /// Returns a name for the visitor, equal for all requests that share one bound.
    public static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object context = session == null
                ? null
                : session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext known && known.getAuthentication() != null
                ? person(known.getAuthentication().getName())
                : address(request);
    }

    /// Returns the network address that a request comes from, also where somebody is signed in.
    ///
    /// One customer has at least 2⁶⁴ addresses of IPv6, so the first half counts.
    public static String address(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return "address " + (address.contains(":") ? network(address) : address);
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
