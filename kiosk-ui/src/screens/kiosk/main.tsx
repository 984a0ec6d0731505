import { startDeviceApp } from '../../parts/device-app.tsx'
import '../../styles/kiosk.css'
import '../../styles/kiosk-choices.css'
import '../../styles/kiosk-ticket.css'
import '../../styles/kiosk-alone.css'
import '../../styles/kiosk-pages.css'
import { KioskScreen } from './kiosk-screen.tsx'

startDeviceApp({
  kind: 'kiosk',
  roles: ['kiosk', 'reception', 'administrator'],
  screen: ({ user, onSignedOut }) => (
    <KioskScreen officeId={user.officeId} isDevice={user.roles.includes('kiosk')} onSignedOut={onSignedOut} />
  )
})
