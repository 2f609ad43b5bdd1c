using Microsoft.Extensions.Time.Testing;
using Truceline.DevHost.Processes;

namespace Truceline.DevHost.UnitTests.Processes;

public class CertificateFilesTests
{
    [Fact]
    public void Create_InAFolder_IsForLocalhostAndItsKeyIsPrivate()
    {
        var folder = Directory.CreateTempSubdirectory("truceline-test-");
        try
        {
            var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
            var files = CertificateFiles.Create(folder.FullName, time);
            using var certificate = files.Load();

            Assert.True(certificate.MatchesHostname("localhost"));
            Assert.True(certificate.MatchesHostname("127.0.0.1"));
            Assert.Equal(time.GetUtcNow().AddDays(30).UtcDateTime, certificate.NotAfter.ToUniversalTime());
            Assert.Contains("PRIVATE KEY", File.ReadAllText(files.KeyPath), StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(files.KeyPath));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
