package org.stepback.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.stepback.web.SecurityLog;
import org.stepback.web.TimedShare;
import org.stepback.web.Visitor;

/// Lets a visitor in without a form: makes an account, signs it in, and leaves a cookie that brings it back.
@Controller
class GuestController {
    private final Accounts accounts;
    private final RememberMeServices rememberMe;
    private final TimedShare share;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    /// @param perAddress how many guests may come from one address within an hour
    GuestController(
            Accounts accounts,
            RememberMeServices rememberMe,
            Clock clock,
            @Value("${stepback.guests-per-hour-and-address}") int perAddress) {
        this.accounts = accounts;
        this.rememberMe = rememberMe;
        this.share = new TimedShare(perAddress, Duration.ofHours(1), clock);
    }

    @PostMapping(SecurityConfiguration.GUEST_DOOR)
    String enter(HttpServletRequest request, HttpServletResponse response) {
        if (request.getUserPrincipal() != null) {
            return goOn(request); // a second press of the button: the first has let them in
        }
        var guest = share.take(Visitor.address(request).name()) ? accounts.newGuest() : Optional.<Account>empty();
        if (guest.isEmpty()) {
            SecurityLog.refused(request, "too many guests of one hour");
            return "redirect:/enter?full";
        }
        var person = new SignedIn(guest.get());
        var authentication = UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        if (request.getSession(false) != null) {
            request.changeSessionId(); // a session id that was known before signing in is worth nothing after it
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        rememberMe.loginSuccess(request, response, authentication);
        SecurityLog.happened(request, "a guest came in");
        return goOn(request);
    }

    private static String goOn(HttpServletRequest request) {
        String goal = PendingDestination.of(request).orElse("/");
        PendingDestination.done(request);
        return "redirect:" + goal;
    }
}
