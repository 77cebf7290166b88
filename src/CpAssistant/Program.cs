Console.WriteLine("CP Assistant");
