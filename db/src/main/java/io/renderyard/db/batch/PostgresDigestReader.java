package io.renderyard.db.batch;

import io.renderyard.kernel.batch.DigestReader;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresDigestReader implements DigestReader {
    private static final String ENDS = """
            select job.id, job.batch_row, job.state
            from event digest
                 join event on event.batch_id = digest.batch_id and event.job_id is not null
                           and event.number > digest.told_above and event.number <= digest.told_up_to
                 join job on job.id = event.job_id
            where digest.id = :digest
            order by event.number""";

    private final JdbcClient jdbc;

    PostgresDigestReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Ended> ends(EventId digest) {
        return jdbc.sql(ENDS)
                .param("digest", digest.value())
                .query(PostgresDigestReader::ended)
                .list();
    }

    private static Ended ended(ResultSet row, int number) throws SQLException {
        return new Ended(
                row.getInt("batch_row"),
                JobState.valueOf(row.getString("state")),
                new JobId(row.getObject("id", UUID.class)));
    }
}
