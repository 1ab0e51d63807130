package org.stepback.account;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.stepback.web.Refusal;

/// Rules of access: every page but the public ones needs a signed-in person, and a signed cookie brings a guest back.
@Configuration
@EnableWebSecurity
class SecurityConfiguration {
    static final String DOOR = "/enter";
    static final String GUEST_DOOR = "/enter/guest";
    private static final String SAVES = "/saves/*";
    private static final String LEAVE = "/leave";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            RememberMeServices rememberMe,
            CookieKey key,
            @Value("${stepback.frame-ancestors}") String frameAncestors)
            throws Exception {
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers(GUEST_DOOR).permitAll());
        http.csrf(forgery -> forgery.ignoringRequestMatchers(SAVES, LEAVE, LEAVE + "/*")); // their controllers say why
        http.headers(headers -> headers(headers, frameAncestors));
        http.rememberMe(remember -> remember.rememberMeServices(rememberMe).key(key.value()));
        http.exceptionHandling(refused -> refused.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(DOOR)));
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.anyRequest(AuthorizedUrl::authenticated));
        return http.build();
    }

    /// The policy is that of answers that are no page; a page of the lab brings its own.
    private static void headers(HeadersConfigurer<HttpSecurity> headers, String frameAncestors) {
        headers.frameOptions(FrameOptionsConfig::disable); // frame-ancestors says it, and can name a site
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(Refusal.POLICY + frameAncestors));
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(permissions -> permissions.policy(Refusal.PERMISSIONS));
        headers.httpStrictTransportSecurity(
                https -> https.includeSubDomains(false).maxAgeInSeconds(Refusal.HTTPS_REMEMBERED.toSeconds()));
        headers.withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true); // headers that are written late are lost after a forward
                return filter;
            }
        });
    }

    @Bean
    TokenBasedRememberMeServices rememberMe(UserDetailsService people, CookieKey key) {
        var services = new GuestCookie(key.value(), people);
        services.setAlwaysRemember(true);
        services.setCookieName("stepback-guest");
        services.setTokenValiditySeconds((int) REMEMBERED.toSeconds());
        services.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return services;
    }

    @Bean
    UserDetailsService people(Accounts accounts) {
        return name -> Accounts.id(name)
                .flatMap(accounts::find)
                .map(SignedIn::new)
                .orElseThrow(() -> new UsernameNotFoundException("No such account."));
    }
}
