package io.renderyard.db.secret;

import io.renderyard.db.LedgerSettings;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecretConfiguration {
    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    MasterKey masterKey(LedgerSettings settings, SecureRandom random) {
        return MasterKey.in(settings.secrets(), random);
    }
}
