package org.stepback;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// The lab's entry point: the server, its pages and its storage.
@SpringBootApplication
public class StepbackApplication {
    /// The setting that has the version of the built lab; one that is run from its classes has none.
    public static final String VERSION = "${spring.application.version:development}";

    public static void main(String[] args) {
        SpringApplication.run(StepbackApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
