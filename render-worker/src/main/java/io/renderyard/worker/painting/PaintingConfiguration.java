package io.renderyard.worker.painting;

import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.ServiceClient;
import io.renderyard.kernel.painting.PaintingLedger;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.worker.WorkerSettings;
import io.renderyard.worker.developing.Darkroom;
import io.renderyard.worker.unhurried.Foreground;
import io.renderyard.worker.unhurried.Unhurried;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaintingConfiguration {
    /** Trusts nobody: providers are trusted one by one, for what they are asked themselves. */
    @Bean
    ServiceClient paintingServices(EgressPolicy policy, InstantSource clock, Unhurried unhurried) {
        return new ServiceClient(policy, clock, unhurried.beginnings());
    }

    @Bean
    Painter painter(
            ServiceClient paintingServices,
            PaintingLedger ledger,
            Darkroom darkroom,
            Foreground foreground,
            WorkerSettings worker,
            PromptSettings prompts) {
        Models models = new StudioModels(new Providers(prompts).studio(paintingServices));
        References references = new References(paintingServices::download);
        PaintingBook book = new PaintingBook(ledger, prompts, foreground);
        return new Painter(
                new ModelPainter(models, references, book, prompts),
                new Sketcher(new BuiltInPreviews(), references, darkroom, worker, prompts),
                new DataAddresses(darkroom),
                book,
                prompts);
    }
}
