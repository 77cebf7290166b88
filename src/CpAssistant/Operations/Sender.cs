using System.Net;
using System.Net.Sockets;

namespace CpAssistant.Operations;

/// <summary>Whom a rate is counted for.</summary>
internal static class Sender
{
    private const int NetworkBits = 64;

    /// <returns>The address; of IPv6 the network, since a single machine has as many addresses in it as it likes.</returns>
    internal static string Of(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => new IPAddress([.. address.GetAddressBytes().Take(NetworkBits / 8), .. new byte[NetworkBits / 8]]).ToString(),
        var address => address.ToString(),
    };
}
