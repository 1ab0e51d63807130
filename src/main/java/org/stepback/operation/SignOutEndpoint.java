package org.stepback.operation;

import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;
import org.stepback.account.GuestSignOut;
import org.stepback.exercise.RefusedException;

/// Signs a guest out for who knows the secret, as [RunningLab] asks for it.
@Component
@WebEndpoint(id = "signout")
class SignOutEndpoint {
    private final GuestSignOut guests;
    private final OperatorSecret secrets;

    SignOutEndpoint(GuestSignOut guests, OperatorSecret secrets) {
        this.guests = guests;
        this.secrets = secrets;
    }

    /// @param guest the name, its number, or the id
    @WriteOperation
    WebEndpointResponse<String> signOut(String guest, String secret) {
        if (!secrets.is(secret)) {
            return new WebEndpointResponse<>("The secret is wrong.", 403);
        }
        try {
            guests.signOut(guest);
            return new WebEndpointResponse<>(204);
        } catch (RefusedException refused) {
            return new WebEndpointResponse<>(refused.getMessage(), 409);
        }
    }
}
