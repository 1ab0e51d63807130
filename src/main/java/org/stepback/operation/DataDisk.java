package org.stepback.operation;

import java.io.File;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.health.autoconfigure.application.DiskSpaceHealthIndicatorProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Has the health's part `diskSpace` look at the disk on which the H2 file lies.
@Configuration(proxyBeanMethods = false)
class DataDisk {
    @Bean
    DiskSpaceHealthIndicator diskSpaceHealthIndicator(
            Environment settings, DiskSpaceHealthIndicatorProperties properties) {
        File folder = LabDatabase.of(settings)
                .file()
                .map(data -> data.folder().toFile())
                .orElse(properties.getPath());
        return new DiskSpaceHealthIndicator(folder, properties.getThreshold());
    }
}
