using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Truceline.DevHost.Processes;

/// <summary>A self-signed certificate for this machine, in PEM files.</summary>
/// <param name="CertificatePath">The certificate.</param>
/// <param name="KeyPath">Its private key, readable by the owner alone.</param>
internal sealed record CertificateFiles(string CertificatePath, string KeyPath)
{
    /// <summary>Makes a certificate for localhost and the loopback addresses, valid for 30 days, in <paramref name="folder"/>.</summary>
    internal static CertificateFiles Create(string folder, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(30));

        var files = new CertificateFiles(Path.Combine(folder, "localhost.crt"), Path.Combine(folder, "localhost.key"));
        File.WriteAllText(files.CertificatePath, certificate.ExportCertificatePem());
        WritePrivate(files.KeyPath, key.ExportPkcs8PrivateKeyPem());
        return files;
    }

    /// <summary>The certificate without its key, to know the gateway by.</summary>
    internal X509Certificate2 Load() => X509CertificateLoader.LoadCertificateFromFile(CertificatePath);

    private static void WritePrivate(string path, string text)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
