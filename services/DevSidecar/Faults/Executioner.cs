using System.Diagnostics;

namespace Truceline.DevSidecar.Faults;

/// <summary>Ends the process as SIGKILL does: nothing is flushed, closed or told.</summary>
internal sealed class Executioner(DeathLedger ledger)
{
    /// <summary>Returns only when no sentence holds (any more).</summary>
    public void Carry(IReadOnlyList<DeathSentence> sentences, DeathPoint point, FaultTarget target)
    {
        foreach (var sentence in sentences)
        {
            if (!ledger.TryEnter(sentence, point, target))
                continue;
            // The logger writes behind the scenes and would not live to do it.
            Console.Error.WriteLine($"Fault Die: {point}, {target.AppId}, {target.Topic}, event {target.EventId}");
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Process.GetCurrentProcess().WaitForExit();
        }
    }
}
