package org.stepback.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/// Bounds how long a connection to PostgreSQL is waited for, so that a request fails within seconds where the server
/// is away. H2 knows none of these settings.
@Component
class DatabaseTimeouts implements BeanPostProcessor {
    private static final String SECONDS = "4";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            pool.addDataSourceProperty("connectTimeout", SECONDS);
            pool.addDataSourceProperty("loginTimeout", SECONDS);
            pool.addDataSourceProperty("tcpKeepAlive", "true");
        }
        return bean;
    }
}
