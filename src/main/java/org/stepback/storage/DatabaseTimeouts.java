package org.stepback.storage;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Bounds how long PostgreSQL is waited for: a connection, so that a request fails within seconds where the server is
/// away, and each answer, where it hangs. H2 knows none of these settings.
@Component
class DatabaseTimeouts implements BeanPostProcessor {
    private static final String SECONDS = "4";

    /// The longest that any of the lab's queries waits for the next bytes of its answer.
    private static final int ANSWER_SECONDS = 20;

    private final int answerSeconds;

    @Autowired
    DatabaseTimeouts() {
        this(ANSWER_SECONDS);
    }

    DatabaseTimeouts(int answerSeconds) {
        this.answerSeconds = answerSeconds;
    }

    /// An upgrade of the tables may take long: Flyway opens connections of its own, without the bound of answers.
    @Bean
    static FlywayConfigurationCustomizer upgrade(DataSourceProperties database) {
        return flyway -> {
            String url = database.determineUrl();
            if (isPostgres(url)) {
                flyway.dataSource(url, database.determineUsername(), database.determinePassword());
            }
        };
    }

    private static boolean isPostgres(@Nullable String url) {
        return url != null && url.startsWith("jdbc:postgresql:");
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && isPostgres(pool.getJdbcUrl())) {
            pool.addDataSourceProperty("connectTimeout", SECONDS);
            pool.addDataSourceProperty("loginTimeout", SECONDS);
            pool.addDataSourceProperty("tcpKeepAlive", "true");
            pool.addDataSourceProperty("socketTimeout", String.valueOf(answerSeconds));
        }
        return bean;
    }
}
