package io.renderyard.db.connection;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts patience between the pool and the database; all settings stay the pool's. */
@Component
class PatientPool implements BeanPostProcessor {
    private static final Duration GAP = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool && pool.getDataSource() == null) {
            DriverDataSource database = new DriverDataSource(
                    pool.getJdbcUrl(),
                    pool.getDriverClassName(),
                    pool.getDataSourceProperties(),
                    pool.getUsername(),
                    pool.getPassword());
            pool.setDataSource(new PatientDataSource(database, GAP, PATIENCE));
        }
        return bean;
    }
}
