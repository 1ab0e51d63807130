package org.stepback.web;

import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.stereotype.Component;

/// Gives the servlet of the pages the interceptor [PushMessages].
@Component
final class PushSetup implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof ServletRegistrationBean<?> registration) {
            registration.addInitParameter(ApplicationConfig.ATMOSPHERE_INTERCEPTORS, PushMessages.class.getName());
        }
        return bean;
    }
}
