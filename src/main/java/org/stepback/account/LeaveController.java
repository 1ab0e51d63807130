package org.stepback.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.stepback.web.SecurityLog;

/// Signs a person out: this browser, or every browser that knows them.
///
/// A page of another site can't do it: its request has no cookie (`SameSite=Lax`), so nobody is signed in; and a
/// browser says where a page of a neighbouring site asks from.
@Controller
class LeaveController {
    private static final String OWN_PAGE = "Sec-Fetch-Site=same-origin";
    private static final String TO_THE_DOOR = "redirect:/enter?left";

    private final Accounts accounts;
    private final OpenSessions sessions;
    private final TokenBasedRememberMeServices rememberMe;

    LeaveController(Accounts accounts, OpenSessions sessions, TokenBasedRememberMeServices rememberMe) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.rememberMe = rememberMe;
    }

    @PostMapping(path = "/leave", headers = OWN_PAGE)
    String here(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        SecurityLog.happened(request, "signed out");
        rememberMe.logout(request, response, person);
        new SecurityContextLogoutHandler().logout(request, response, person);
        return TO_THE_DOOR;
    }

    @PostMapping(path = "/leave/everywhere", headers = OWN_PAGE)
    String everywhere(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        SecurityLog.happened(request, "signed out everywhere");
        UUID id = SignedIn.current().id();
        accounts.renewSecret(id);
        rememberMe.logout(request, response, person);
        sessions.end(id);
        return TO_THE_DOOR;
    }
}
