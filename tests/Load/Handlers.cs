using System.Security.Cryptography;
using Truceline.DevHost.Processes;

namespace Truceline.Load;

/// <summary>HTTP handlers.</summary>
internal static class Handlers
{
    /// <summary>One that takes this certificate and no other; null when there is no TLS.</summary>
    internal static SocketsHttpHandler Trusting(CertificateFiles? certificate)
    {
        if (certificate is null)
        {
            return new SocketsHttpHandler();
        }

        using var known = certificate.Load();
        var hash = known.GetCertHashString(HashAlgorithmName.SHA256);
        return new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString(HashAlgorithmName.SHA256) == hash },
        };
    }
}
