package io.renderyard.db;

import io.renderyard.kernel.job.JobChanges;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobWaiter;
import io.renderyard.kernel.job.RetryPolicy;
import io.renderyard.kernel.job.TimeOrderedIds;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kernel's own parts, put together for the ledger. */
@Configuration(proxyBeanMethods = false)
class KernelConfiguration {
    @Bean
    TimeOrderedIds timeOrderedIds(InstantSource clock, SecureRandom random) {
        return new TimeOrderedIds(clock, random);
    }

    @Bean
    RetryPolicy retryPolicy(LedgerSettings settings) {
        return new RetryPolicy(settings.maxAttempts(), settings.firstRetryGap(), Duration.ofMinutes(1));
    }

    @Bean
    JobWaiter jobWaiter(JobReader reader, JobChanges changes) {
        return new JobWaiter(reader, changes);
    }
}
